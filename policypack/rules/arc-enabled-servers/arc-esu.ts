import { extendedSecurityUpdateSystems } from "../../../facts/arc-agent";
import { beginsWith } from "../../../facts/arc-operating-systems";
import { Operation } from "../../../facts/operations";
import { sameName } from "../../stack/arm-id";
import { NotKnown } from "../../stack/properties";
import { findOf } from "../../stack/three-valued";
import { everyArcServer, systemNotTold } from "../arc-server";
import { broken, met, notApplicable, type Rule, show } from "../rule";

const state = "licenseProfile.esuProfile.licenseAssignmentState";
const fix = "a hybridcompute.LicenseProfile of the server with assignedLicense: license.id";

/** Windows Server 2012 and 2012 R2 get updates by a licence for Extended Security Updates alone. */
export const arcEsu: Rule = {
  code: "AUM071",
  name: "arc-esu",
  area: "Arc-enabled servers",
  title: `An Arc-enabled server with ${extendedSecurityUpdateSystems.neededBy.join(" or ")} has a licence for Extended Security Updates.`,
  why: "Support of the system has ended, and without the licence there are no updates that Update Manager could install.",
  level: "advisory",
  since: "2026-11",
  blocks: [Operation.InstallOnDemand, Operation.Schedule],
  source: extendedSecurityUpdateSystems.source,
  check: everyArcServer((server, stack) => {
    const { system } = server;
    if (system === undefined) return notApplicable(systemNotTold);
    if (!extendedSecurityUpdateSystems.neededBy.some((each) => beginsWith(system.name, each))) {
      return notApplicable(`${system.name} gets its updates without a licence`);
    }
    const profiles = stack.licenseProfilesOf(server);
    const licensed = findOf(profiles, ({ settings }) => settings.has("assignedLicense"));
    const reported = server.reported((outputs) =>
      outputs.object("licenseProfile").object("esuProfile").text("licenseAssignmentState"),
    );
    if (licensed !== undefined || sameName(reported ?? "", "Assigned")) return met;
    const mustBe = `${show("Assigned")} on ${system.name}`;
    if (reported !== undefined) return broken({ property: state, found: show(reported), mustBe, fix, ...ofComponent });
    const [profile] = profiles;
    if (profile === undefined) throw new NotKnown(state, "is decided outside this stack, if at all");
    return broken({
      property: "assignedLicense",
      found: `not set in the licence profile ${show(profile.name)}`,
      mustBe: `the id of a licence for Extended Security Updates, which ${system.name} needs`,
      fix,
      ...ofComponent,
    });
  }),
  notRemediable: "Which licence covers the server, only its owner knows.",
};

const ofComponent = {
  component: "ArcServer",
  componentFix: "machine: { licenseProfile: { extendedSecurityUpdatesLicenseId: license.id } }",
};
