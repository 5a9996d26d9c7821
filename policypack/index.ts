import { PolicyPack } from "@pulumi/policy";
import { policiesOf } from "./pack";
import { rules } from "./rules";

new PolicyPack("azure-update-manager", { policies: policiesOf(rules) });
