import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { NotKnown } from "../../../policypack/stack/properties";
import { decodeScript } from "../../../policypack/stack/scripts";
import { type Declared, linuxMachine, stackOf, unknown } from "../fixture";

const property = "osProfile.customData";
const base64 = (text: string) => Buffer.from(text).toString("base64");

describe("decodeScript", () => {
  it("reads back any text, unpacked where it is gzip", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (text) => {
        assert.equal(decodeScript(base64(`#!/bin/sh\n${text}`), property), `#!/bin/sh\n${text}`);
        assert.equal(decodeScript(gzipSync(text).toString("base64"), property), text);
      }),
    );
  });

  it("takes base64 in lines, and leaves what is no base64 as it is", () => {
    assert.equal(decodeScript("I2Ns\nb3Vk\r\n", property), "#cloud");
    assert.equal(decodeScript("#!/bin/sh\necho ready\n", property), "#!/bin/sh\necho ready\n");
  });

  it("appends the base64 parts of a multipart message, whatever headers follow", () => {
    const message = [
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b",
      "Content-Transfer-Encoding: base64",
      "Content-Type: text/cloud-config",
      "",
      base64("#cloud-config\n"),
      "--b",
      "Content-Transfer-Encoding: 7bit",
      "",
      "plain",
      "--b--",
      "",
    ].join("\r\n");
    assert.equal(decodeScript(base64(message), property), `${message}\n#cloud-config\n`);
  });

  it("does not know gzip that is cut off, and refuses to unpack without end", () => {
    const expected = new NotKnown(property, "is gzip data that cannot be unpacked");
    const packed = gzipSync("#!/bin/sh\n".repeat(100));
    assert.throws(() => decodeScript(packed.subarray(0, 20).toString("base64"), property), expected);
    const bomb = gzipSync(Buffer.alloc(32 * 1024 * 1024)).toString("base64");
    assert.throws(() => decodeScript(bomb, property), expected);
  });
});

describe("the scripts of a machine", () => {
  const extension = (name: string, inputs: object, from: Declared["from"] = {}): Declared => ({
    name,
    type: "azure-native:compute:VirtualMachineExtension",
    inputs: { settings: { commandToExecute: name }, ...inputs },
    from,
  });

  it("are its own and those of the extensions on it, by resource or by names", () => {
    const machine = linuxMachine({ userData: base64("user data") });
    const stack = stackOf(
      machine,
      linuxMachine({ vmName: "other" }, "other"),
      extension("linked", { vmName: unknown, resourceGroupName: unknown }, { vmName: ["web"] }),
      extension("named", { vmName: "WEB", resourceGroupName: "Fleet" }),
      extension("elsewhere", { vmName: "web", resourceGroupName: "another" }),
      extension("on-other", { vmName: unknown, resourceGroupName: unknown }, { vmName: ["other"] }),
    );
    const [first] = stack.virtualMachines;
    assert.ok(first);
    assert.deepEqual(
      stack.scriptsOf(first).map(({ resource, property, text }) => [resource.name, property, text]),
      [
        ["web", "osProfile.customData", ""],
        ["web", "userData", "user data"],
        ...["linked", "named"].flatMap((name) => [
          [name, "settings.commandToExecute", name],
          [name, "settings.script", ""],
          [name, "settings.fileUris", ""],
          [name, "protectedSettings.commandToExecute", ""],
          [name, "protectedSettings.script", ""],
          [name, "protectedSettings.fileUris", ""],
        ]),
      ],
    );
  });
});
