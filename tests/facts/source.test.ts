import assert from "node:assert/strict";
import { documentUrl, retrieved, source } from "../../facts/source";

describe("documentUrl", () => {
  const urls: Record<string, string> = {
    "MicrosoftDocs/azure-docs articles/update-manager/overview.md":
      "https://learn.microsoft.com/azure/update-manager/overview",
    "MicrosoftDocs/azure-compute-docs articles/virtual-machines/automatic-vm-guest-patching.md":
      "https://learn.microsoft.com/azure/virtual-machines/automatic-vm-guest-patching",
    "MicrosoftDocs/azure-management-docs articles/azure-arc/servers/prerequisites.md":
      "https://learn.microsoft.com/azure/azure-arc/servers/prerequisites",
    "MicrosoftDocs/azure-management-docs articles/azure-arc/servers/includes/network-requirements.md":
      "https://github.com/MicrosoftDocs/azure-management-docs/blob/HEAD/articles/azure-arc/servers/includes/network-requirements.md",
    "MicrosoftDocs/SupportArticles-docs support/windows-client/a.md":
      "https://learn.microsoft.com/troubleshoot/windows-client/a",
    "MicrosoftDocs/windowsserverdocs WindowsServerDocs/administration/a.md":
      "https://learn.microsoft.com/windows-server/administration/a",
    "Azure/azure-policy built-in-policies/policyDefinitions/Azure Update Manager/Audit.json":
      "https://github.com/Azure/azure-policy/blob/HEAD/built-in-policies/policyDefinitions/Azure%20Update%20Manager/Audit.json",
    "Azure/azure-policy issues/1209": "https://github.com/Azure/azure-policy/issues/1209",
    "opensource.suse.com/premium-support/helper": "opensource.suse.com/premium-support/helper",
  };
  for (const [document, url] of Object.entries(urls)) {
    it(`gives ${url}`, () => assert.equal(documentUrl({ document, retrieved }), url));
  }
});

describe("source", () => {
  it("dates every document with the day it was read", () => {
    assert.deepEqual(source("a", "b"), [
      { document: "a", retrieved },
      { document: "b", retrieved },
    ]);
  });
});
