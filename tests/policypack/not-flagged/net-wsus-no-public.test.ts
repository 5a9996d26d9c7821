import assert from "node:assert/strict";
import { extension } from "../fixture";
import {
  behindNat,
  denyInternet,
  guardedBy,
  linkedWindows,
  natGateway,
  networkInterface,
  objections,
  securityGroup,
  subnet,
  virtualNetwork,
} from "../network";

const wsus = {
  ...extension("Microsoft.Compute", "CustomScriptExtension", {
    settings: {
      commandToExecute:
        "reg add K /v WUServer /t REG_SZ /d http://10.0.2.4:8530 & reg add K\\AU /v UseWUServer /t REG_DWORD /d 1",
    },
  }),
  from: { vmName: ["files"] },
};

describe("net-wsus-no-public", () => {
  it("asks for no way to Windows Update where a script sets a WSUS server", () => {
    const stack = [
      virtualNetwork(),
      securityGroup([denyInternet]),
      subnet(...guardedBy()),
      networkInterface("files"),
      linkedWindows(),
    ];
    assert.deepEqual(objections([...stack, wsus]), []);
    assert.ok(objections(stack).includes("net-explicit-outbound files"));
  });

  it("asks for it where the script is gone, even with a way out", () => {
    const [guard, guardFrom] = guardedBy();
    const [nat, natFrom] = behindNat;
    const stack = [
      virtualNetwork(),
      natGateway,
      securityGroup([denyInternet]),
      subnet({ ...guard, ...nat }, { ...guardFrom, ...natFrom }),
      networkInterface("files"),
      linkedWindows(),
    ];
    assert.deepEqual(objections([...stack, wsus]), []);
  });
});
