import { describeImage, platformLicenseTypes } from "../../../facts/images";
import { does, subscriptionRegistered } from "../../../facts/scripts";
import { sameName } from "../../stack/arm-id";
import { someOf } from "../../stack/three-valued";
import { everySupportedImage, foundImage } from "../marketplace-image";
import { broken, met, notApplicable, type Rule } from "../rule";

const subscribed = ["Red Hat Enterprise Linux", "SUSE Linux Enterprise Server"];

/** A machine whose image brings no subscription gets its updates from somewhere. */
export const imgRhelByos: Rule = {
  code: "AUM032",
  name: "img-rhel-byos",
  area: "Images and workloads",
  title: "A VM from a bring-your-own-subscription image is registered for updates.",
  why: "The image is connected to no update source, so assessments find nothing and schedules install nothing.",
  level: "advisory",
  since: "2026-11",
  source: [...subscriptionRegistered.source, ...platformLicenseTypes.source],
  settings: {
    registeredElsewhere: {
      type: "boolean",
      default: false,
      description: "Whether machines are registered with Red Hat, SUSE or a Satellite by something outside the stack.",
    },
  },
  check: everySupportedImage((image, machine, stack, { registeredElsewhere }) => {
    const { distribution = "", payAsYouGo } = describeImage(image);
    if (!subscribed.includes(distribution) || payAsYouGo !== false) {
      return notApplicable("the image is not one of Red Hat or SUSE without a subscription");
    }
    if (registeredElsewhere) return notApplicable("machines are registered outside the stack");
    const isMet = someOf(
      [
        () => platformLicenseTypes.values.some((each) => sameName(each, machine.settings.text("licenseType") ?? "")),
        () => someOf(stack.scriptsOf(machine), ({ text }) => does(subscriptionRegistered, text)),
      ],
      (condition) => condition(),
    );
    if (isMet) return met;
    const isRedHat = distribution === "Red Hat Enterprise Linux";
    const register = isRedHat ? "subscription-manager register" : "registercloudguest";
    const license = isRedHat ? 'licenseType: "RHEL_BASE" and the extension AHBForRHEL' : 'licenseType: "SLES"';
    const { property, found } = foundImage(image);
    return broken({
      property,
      found: `${found}, which nothing in the stack registers`,
      mustBe: "an image with a subscription, or registered by the stack",
      fix: `run \`${register}\` from osProfile.customData, or set ${license} (Azure Hybrid Benefit)`,
    });
  }),
};
