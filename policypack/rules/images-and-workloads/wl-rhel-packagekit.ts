import { describeImage } from "../../../facts/images";
import { does, packagekitSilenced } from "../../../facts/scripts";
import { someOf } from "../../stack/three-valued";
import { everySupportedImage } from "../marketplace-image";
import { broken, met, notApplicable, type Rule } from "../rule";

/** On a RHEL machine that Azure patches by itself, packagekit does not patch too. */
export const wlRhelPackagekit: Rule = {
  code: "AUM037",
  name: "wl-rhel-packagekit",
  area: "Images and workloads",
  title: "A RHEL VM under automatic guest patching has packagekit stopped and masked.",
  why: "Azure does not switch off the automatic updates of RHEL as it does elsewhere, so packagekit installs updates beside it.",
  level: "advisory",
  since: "2026-11",
  source: packagekitSilenced.source,
  check: everySupportedImage((image, machine, stack) => {
    if (describeImage(image).distribution !== "Red Hat Enterprise Linux") return notApplicable("the image is not RHEL");
    if (!stack.isPatchedByPlatform(machine)) return notApplicable("Azure does not patch the machine by itself");
    if (someOf(stack.scriptsOf(machine), ({ text }) => does(packagekitSilenced, text))) return met;
    const isGiven = machine.osProfile.has("customData");
    return broken({
      property: "osProfile.customData",
      found: isGiven ? "a text that leaves packagekit running" : "not set",
      mustBe: "cloud-init that stops and masks packagekit",
      fix: "on a new machine `runcmd: [[systemctl, mask, --now, packagekit]]`, on a running one the same by a run command",
    });
  }),
  notRemediable:
    "Custom data is a text of its owner's, in one of several formats and often secret, and Azure refuses to change it on a VM that exists.",
};
