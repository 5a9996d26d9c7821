import assert from "node:assert/strict";
import { parse } from "yaml";
import { makePortable, qualifyKey, secretPlaceholder } from "../../tools/engine/stack-configuration";

const configuration = `
secretsprovider: azurekeyvault://vault.vault.azure.net/keys/pulumi
encryptedkey: ZW5jcnlwdGVk
encryptionsalt: v1:c2FsdA==
environment:
  - production
config:
  azure-native:location: westeurope
  app:adminPassword:
    secure: v1:cGFzc3dvcmQ=
  app:machines:
    - name: web
      password:
        secure: v1:d2Vi
    - name: files
  app:notASecret:
    secure: true
    other: 1
`;

describe("makePortable", () => {
  it("takes secrets, secrets provider and environments out, and says so", () => {
    const portable = makePortable(configuration);
    assert.deepEqual(parse(portable.text), {
      config: {
        "azure-native:location": "westeurope",
        "app:machines": [{ name: "web", password: secretPlaceholder }, { name: "files" }],
        "app:notASecret": { secure: true, other: 1 },
      },
    });
    assert.deepEqual(portable.secretKeys, ["app:adminPassword"]);
    assert.deepEqual(portable.notes, [
      "Secrets stay encrypted; a placeholder stands in for app:adminPassword, app:machines.",
      "Pulumi ESC environments are not read; give what the program needs from them with -c key=value.",
    ]);
  });

  it("leaves a configuration without secrets as it is", () => {
    const text = "config:\n  # Where it runs.\n  azure-native:location: westeurope\n";
    assert.deepEqual(makePortable(text), { text, secretKeys: [], notes: [] });
  });

  it("accepts a stack without a configuration file", () => {
    assert.deepEqual(makePortable(""), { text: "", secretKeys: [], notes: [] });
  });

  it("has a placeholder that Azure accepts as an administrator's password", () => {
    assert.match(secretPlaceholder, /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[^\w]).{12,72}$/);
  });
});

describe("qualifyKey", () => {
  it("gives a plain key the project's namespace", () => assert.equal(qualifyKey("app", "size"), "app:size"));
  it("keeps a namespace", () => assert.equal(qualifyKey("app", "azure-native:location"), "azure-native:location"));
});
