import assert from "node:assert/strict";
import {
  mostPrivateRepositories,
  placeOf,
  placeOfRepository,
  places,
} from "../../../components/update-network-rules/places";
import { serviceTagsFor } from "../../../facts/network";

describe("the places of rules", () => {
  const tags = [...serviceTagsFor("windows-update"), ...serviceTagsFor("arc")].map(({ tag }) => tag);
  const others = ["internet-80", "internet-443", "proxy", "wsus", "rhui", "suse"];
  const repositories = Array.from({ length: mostPrivateRepositories }, (_, index) => placeOfRepository(index));

  it("are there for every service tag that the facts have, each its own", () => {
    const all = [...tags, ...others].map(placeOf).concat(repositories);
    assert.equal(new Set(all).size, all.length);
    assert.deepEqual(
      all.filter((place) => place < 0 || place >= places),
      [],
    );
  });

  it("stay as they are: deployed rules have priorities by them", () => {
    assert.deepEqual([...tags, ...others].map(placeOf), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    assert.deepEqual([repositories[0], repositories.at(-1)], [32, 63]);
  });

  it("are known of no other rule", () => {
    assert.throws(() => placeOf("Sql"), { message: 'The rule "Sql" has no place among the priorities.' });
  });
});
