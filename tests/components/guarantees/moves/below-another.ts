import * as pulumi from "@pulumi/pulumi";
import { declare } from "./declare";

declare({
  parent: new pulumi.ComponentResource("example:index:Shop", "shop"),
  aliases: [{ parent: pulumi.rootStackResource }],
  transforms: [
    ({ type, props, opts }) =>
      /:(NetworkInterface|VirtualMachine|MaintenanceConfiguration)$/.test(type)
        ? { props: { ...props, tags: { moved: "yes" } }, opts }
        : undefined,
  ],
});
