import assert from "node:assert/strict";
import { fqdnTag, fqdnTags, linuxEndpoints, windowsUpdateEndpoints } from "../../../facts/network";

describe("fqdnTag", () => {
  it("knows tags in any letter case", () => {
    assert.equal(fqdnTag("windowsupdate")?.tag, "WindowsUpdate");
  });

  it("knows none of services that are updated from the repositories of Linux", () => {
    for (const tag of ["AppServiceEnvironment", "AzureHDInsight", "AzureKubernetesService"]) {
      assert.equal(fqdnTag(tag), undefined, tag);
    }
  });

  it("takes no tag for one that may have a repository of Linux", () => {
    const repositories = ["Ubuntu", "Debian", "Oracle Linux", "AlmaLinux", "Rocky Linux"] as const;
    const names = repositories.flatMap((each) => linuxEndpoints[each] ?? []).flatMap(({ fqdns }) => fqdns);
    const domain = (name: string) => name.split(".").slice(-2).join(".");
    const others = new Set(fqdnTags.flatMap(({ mayHave }) => mayHave).map(domain));
    assert.ok(names.length > 5);
    for (const name of names) assert.ok(!others.has(domain(name)), name);
  });

  it("takes the tag of Microsoft Active Protection Service for one that may have all of Windows Update", () => {
    const names = windowsUpdateEndpoints.flatMap(({ fqdns }) => fqdns);
    const { mayHave = [] } = fqdnTag("MicrosoftActiveProtectionService") ?? {};
    assert.deepEqual(
      names.filter((name) => !mayHave.includes(name)),
      [],
    );
  });
});
