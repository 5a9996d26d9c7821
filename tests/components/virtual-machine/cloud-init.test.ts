import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { joinUserData, userDataFormat } from "../../../components/virtual-machine/cloud-init";

const script = "#!/bin/sh\ntrue\n";

/** The parts of a message as cloud-init would find them, nested ones included: type and content. */
function parts(message: string): [type: string, content: string][] {
  const [head = "", body = ""] = split(message.replaceAll("\r\n", "\n"));
  const boundary = /boundary="?([^"\n;]+)"?/.exec(head)?.[1];
  if (boundary === undefined) {
    const type = /^content-type:\s*([^;\n]+)/im.exec(head)?.[1] ?? "";
    const base64 = /^content-transfer-encoding:\s*base64/im.test(head);
    return [[type, base64 ? Buffer.from(body, "base64").toString("latin1") : body.trimEnd()]];
  }
  const [, ...sections] = body.split(new RegExp(`(?:^|\n)--${boundary}(?:--)?\n?`));
  return sections.filter((section) => section.trim()).flatMap(parts);
}

function split(message: string): string[] {
  const end = message.indexOf("\n\n");
  return [message.slice(0, end), message.slice(end + 2)];
}

const join = async (userData: string | Buffer) =>
  (await joinUserData(Buffer.from(userData), { filename: "python3.sh", text: script })).toString("latin1");

const multipart = [
  'Content-Type: multipart/mixed; boundary="MIMEBOUNDARY"',
  "MIME-Version: 1.0",
  "",
  "--MIMEBOUNDARY",
  "Content-Type: text/cloud-config",
  "",
  "#cloud-config",
  "--MIMEBOUNDARY",
  "Content-Type: text/x-shellscript",
  "",
  "#!/bin/bash",
  "--MIMEBOUNDARY--",
  "",
].join("\n");

describe("user data for cloud-init", () => {
  for (const [userData, type] of [
    ["#cloud-config\npackages: [nginx]\n", "text/cloud-config"],
    ["\n#Cloud-Config\n", "text/cloud-config"],
    ["#cloud-config-archive\n- content: x\n", "text/cloud-config-archive"],
    ["#cloud-config-jsonp\n[]\n", "text/cloud-config-jsonp"],
    ["#cloud-boothook\ntrue\n", "text/cloud-boothook"],
    ["#include\nhttps://example.com/a\n", "text/x-include-url"],
    ["#include-once\nhttps://example.com/a\n", "text/x-include-once-url"],
    ["#part-handler\n", "text/part-handler"],
    ["## template: jinja\n#cloud-config\n", "text/jinja2"],
    ["#!/usr/bin/env python3\n", "text/x-shellscript"],
  ] as const) {
    it(`is joined with a script: ${JSON.stringify(userData)}`, async () => {
      assert.deepEqual(parts(await join(userData)), [
        [type, userData],
        ["text/x-shellscript", script],
      ]);
    });
  }

  it("is joined as a message within the message", async () => {
    for (const userData of [multipart, multipart.replaceAll("\n", "\r\n"), `From nobody\n${multipart}`]) {
      assert.deepEqual(parts(await join(userData)), [
        ["text/cloud-config", "#cloud-config"],
        ["text/x-shellscript", "#!/bin/bash"],
        ["text/x-shellscript", script],
      ]);
    }
  });

  it("stays compressed as a part", async () => {
    const compressed = gzipSync("#cloud-config\n");
    assert.deepEqual(parts(await join(compressed)), [
      ["application/gzip", compressed.toString("latin1")],
      ["text/x-shellscript", script],
    ]);
  });

  it("is unpacked where a message is inside, which cloud-init would overlook", async () => {
    assert.deepEqual(parts(await join(gzipSync(multipart))), [
      ["text/cloud-config", "#cloud-config"],
      ["text/x-shellscript", "#!/bin/bash"],
      ["text/x-shellscript", script],
    ]);
  });

  it("keeps every character", async () => {
    const [first] = parts(await join("#cloud-config\nmotd: Grüße – 世界\n"));
    assert.equal(Buffer.from(first?.[1] ?? "", "latin1").toString("utf8"), "#cloud-config\nmotd: Grüße – 世界\n");
  });

  it("is the same to the last byte on any day and with any version of this package: it can't change on a machine", async () => {
    const boundary = "--_NmP-f6522aeb454fd6ba4a7ea66acb9b0137-Part_2";
    assert.equal(
      await join("#cloud-config\n"),
      [
        "Content-Type: multipart/mixed;",
        ` boundary="${boundary}"`,
        "MIME-Version: 1.0",
        "",
        `--${boundary}`,
        "Content-Type: text/cloud-config; name=user-data",
        "Content-Transfer-Encoding: base64",
        "Content-Disposition: attachment; filename=user-data",
        "",
        "I2Nsb3VkLWNvbmZpZwo=",
        `--${boundary}`,
        "Content-Type: text/x-shellscript; name=python3.sh",
        "Content-Transfer-Encoding: base64",
        "Content-Disposition: attachment; filename=python3.sh",
        "",
        "IyEvYmluL3NoCnRydWUK",
        `--${boundary}--`,
        "",
      ].join("\r\n"),
    );
  });

  it("is told apart by its beginning", () => {
    assert.equal(userDataFormat(Buffer.from("#cloud-config")), "text");
    assert.equal(userDataFormat(Buffer.from(multipart)), "multipart");
    assert.equal(userDataFormat(gzipSync("x")), "gzip");
    assert.equal(userDataFormat(Buffer.from("hello")), undefined);
    assert.equal(userDataFormat(Buffer.from("# cloud-config")), undefined);
  });
});
