import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Problems } from "../../../components/shared/problems";
import { resolveSource } from "../../../components/windows-update-client/source";
import { failure } from "../program";
import { clientPage, onVirtualMachine, problemsOf, reasonsOf, settingsPage, wsusPage } from "./arguments";

const serverUrl = "https://wsus.example.com:8531";

const of = (args: object) => problemsOf({ ...onVirtualMachine, ...args });
const ofServer = (url: string) => of({ wsus: { serverUrl: url } }).map((it) => it.replace("wsus.serverUrl: ", ""));

describe("the source of updates", () => {
  it("is WSUS, or one of Microsoft's", () => {
    assert.deepEqual(of({ wsus: { serverUrl } }), []);
    assert.deepEqual(of({ updateSource: "Wsus", wsus: { serverUrl } }), []);
    assert.deepEqual(of({ updateSource: "MicrosoftUpdate" }), []);
    assert.deepEqual(of({ updateSource: "Wuss" }), [
      `updateSource: "Wuss" is not one of "WindowsUpdate", "MicrosoftUpdate" or "Wsus". See ${clientPage}`,
    ]);
  });

  it("is one alone", () => {
    for (const updateSource of ["WindowsUpdate", "MicrosoftUpdate"]) {
      assert.deepEqual(of({ updateSource, wsus: { serverUrl } }), [
        `wsus: contradicts updateSource "${updateSource}": updates come from one source. Leave out one of the two. See ${clientPage}`,
      ]);
    }
  });

  it("has a server, where it is WSUS", () => {
    assert.deepEqual(of({ updateSource: "Wsus" }), [
      `wsus: updateSource is "Wsus": give the server, as wsus.serverUrl. See ${clientPage}`,
    ]);
    assert.deepEqual(of({ wsus: {} }), [`wsus.serverUrl: give the server's URL. See ${wsusPage}`]);
  });

  it("has a server of a URL that WSUS is reached by", () => {
    const fine = ["http://wsus:8530", serverUrl, "http://10.0.3.4:80", "https://wsus.example.com:443", "http://w:8080"];
    assert.deepEqual(fine.flatMap(ofServer), []);
    const what = `is not "https://host:8531" or "http://host:8530". See ${wsusPage}`;
    const wrong = [
      "wsus",
      "ftp://wsus:8530",
      "http://wsus:8530/",
      "http://wsus:8530/x",
      "http://ws us:8530",
      "http://:8530",
    ];
    for (const url of wrong) assert.deepEqual(ofServer(url), [`"${url}" ${what}`]);
    assert.deepEqual(ofServer("http://user:secret@wsus:8530"), [`a URL with a user name ${what}`]);
  });

  it("has a server whose port is that of its scheme", () => {
    assert.deepEqual(ofServer("http://wsus"), [
      `"http://wsus" has no port: WSUS listens on 8530, in version 3.2 and older on 80. Write the one that it is. See ${wsusPage}`,
    ]);
    assert.deepEqual(ofServer("https://wsus"), [
      `"https://wsus" has no port: WSUS listens on 8531, in version 3.2 and older on 443. Write the one that it is. See ${wsusPage}`,
    ]);
    for (const port of [8531, 443]) {
      assert.deepEqual(ofServer(`http://wsus:${port}`), [
        `"http://wsus:${port}" has the port that WSUS speaks HTTPS on: the port for HTTP is 8530. See ${wsusPage}`,
      ]);
    }
    for (const port of [8530, 80]) {
      assert.deepEqual(ofServer(`https://wsus:${port}`), [
        `"https://wsus:${port}" has the port that WSUS speaks HTTP on: the port for HTTPS is 8531. See ${wsusPage}`,
      ]);
    }
    for (const port of [0, 65536]) {
      assert.deepEqual(ofServer(`http://wsus:${port}`), [
        `"http://wsus:${port}" has no port from 1 to 65535. See ${wsusPage}`,
      ]);
    }
  });

  it("has target groups that can be written, each once", () => {
    const groups = (...targetGroups: unknown[]) => of({ wsus: { serverUrl, targetGroups } });
    assert.deepEqual(groups("Servers", "Büro"), []);
    assert.deepEqual(groups(), ["wsus.targetGroups: is empty: leave it out, or give a group."]);
    assert.deepEqual(groups("Servers", "servers"), ['wsus.targetGroups[1]: "servers" is there already.']);
    assert.deepEqual(
      groups("", "a;b", " a", "a\nb"),
      ['""', '"a;b"', '" a"', '"a\\nb"'].map(
        (shown, index) =>
          `wsus.targetGroups[${index}]: ${shown} is not the name of a computer group, without semicolons and without spaces at its ends. See ${settingsPage}`,
      ),
    );
  });

  it("is checked when it resolves, where it is an output", async () => {
    const problems: Problems = new Problems('WindowsUpdateClient "updates"');
    const source = resolveSource(
      { wsus: { serverUrl: pulumi.output("http://wsus"), targetGroups: [pulumi.output("a;b")] } },
      problems,
    );
    assert.equal(problems.any, false);
    assert.ok(source?.updateSource === "Wsus");
    assert.match(reasonsOf(await failure(pulumi.output(source.wsus.serverUrl))).join(), /^wsus\.serverUrl: "http:/);
    const [group] = source.wsus.targetGroups ?? [];
    assert.match(reasonsOf(await failure(pulumi.output(group))).join(), /^wsus\.targetGroups\[0\]: "a;b" is not/);
  });
});
