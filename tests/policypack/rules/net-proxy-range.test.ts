import { netProxyRange as rule } from "../../../policypack/rules/azure-vm-network/net-proxy-range";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { extension, linuxMachine, unknown, windowsMachine, windowsProfile } from "../fixture";
import { expectVerdicts } from "./expect";

const ofUser =
  "$key = 'HKCU:\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings'\nSet-ItemProperty $key ProxyServer proxy:3128\n";
const winHttp = 'netsh winhttp set proxy proxy-server="proxy:3128" bypass-list="<local>"\n';

const running = (commandToExecute: string) => [
  windowsMachine(),
  {
    ...extension("Microsoft.Compute", "CustomScriptExtension", { protectedSettings: { commandToExecute } }),
    from: { vmName: ["files"] },
  },
];

describe("net-proxy-range", () => {
  it("is met where WinHTTP gets a proxy too, in whatever script", () => {
    for (const script of [
      ofUser + winHttp,
      `${ofUser}netsh.exe winhttp import proxy source=ie`,
      `${ofUser}netsh winhttp set advproxy setting-scope=machine settings={}`,
    ]) {
      expectVerdicts(rule, running(script), { files: met });
    }
    const osProfile = { ...windowsProfile(), customData: Buffer.from(winHttp).toString("base64") };
    const [, command] = running(ofUser);
    if (command === undefined) throw new Error("no command");
    expectVerdicts(rule, [windowsMachine({ osProfile }), command], { files: met });
  });

  it("is broken where a user alone gets one", () => {
    expectVerdicts(rule, running(ofUser), {
      files: broken({
        property: "protectedSettings.commandToExecute of extension",
        found: "a script that sets the proxy of a user alone",
        mustBe: "one that sets it in WinHTTP too",
        fix: 'run `netsh winhttp set proxy proxy-server="HOST:PORT"` in the script',
        component: "UpdateNetworkRules",
        componentFix: "proxy: { host, port }, whose output proxySettings has the script",
      }),
    });
  });

  it("is not known while a script is not", () => {
    expectVerdicts(rule, running(unknown), {
      files: notKnown({ property: "protectedSettings.commandToExecute", because: "is known only after deployment" }),
    });
    expectVerdicts(rule, [windowsMachine({ userData: unknown }), ...running(ofUser).slice(1)], {
      files: notKnown({ property: "userData", because: "is known only after deployment" }),
    });
  });

  it("does not apply where no user gets one, and to Linux", () => {
    const none = notApplicable("no script of the stack sets the proxy of a user");
    expectVerdicts(rule, running(winHttp), { files: none });
    expectVerdicts(rule, running("Get-ItemProperty 'HKCU:\\Internet Settings'"), { files: none });
    expectVerdicts(rule, [windowsMachine()], { files: none });
    expectVerdicts(rule, [linuxMachine()], { web: notApplicable("the machine has Linux") });
  });
});
