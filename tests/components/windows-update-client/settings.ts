import * as fc from "fast-check";
import type { ClientSettings } from "../../../components/windows-update-client/policy-values";
import { weekdays } from "../../../facts/schedules";
import { AutomaticUpdates, PatchOrchestration, WindowsUpdateSource } from "../../../index";

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const wsus = fc.record({
  serverUrl: fc.constantFrom("http://wsus:8530", "https://wsus.example.com:8531"),
  targetGroups: maybe(fc.array(fc.string({ unit: "grapheme", minLength: 1 }), { minLength: 1, maxLength: 3 })),
  blockInternetLocations: maybe(fc.boolean()),
  allowTrustedPublishers: maybe(fc.boolean()),
});

const source: fc.Arbitrary<Pick<ClientSettings, "updateSource" | "wsus">> = fc.oneof(
  fc.constantFrom({}, { updateSource: WindowsUpdateSource.WindowsUpdate }),
  fc.constant({ updateSource: WindowsUpdateSource.MicrosoftUpdate }),
  fc.record({ updateSource: fc.constant(WindowsUpdateSource.Wsus), wsus }),
);

/** Settings of any combination, contradictory ones included. */
export const anySettings: fc.Arbitrary<ClientSettings> = fc
  .tuple(
    fc.record({
      machineKind: fc.constantFrom("azure" as const, "arc" as const),
      patchOrchestration: fc.constantFrom(...Object.values(PatchOrchestration)),
      automaticUpdates: maybe(fc.constantFrom(...Object.values(AutomaticUpdates))),
      scheduledInstall: maybe(
        fc.record({
          weekday: maybe(fc.constantFrom(...weekdays)),
          hour: maybe(fc.integer({ min: 0, max: 23 })),
          noAutoRestartWithLoggedOnUsers: maybe(fc.boolean()),
          alwaysAutoRestartMinutes: maybe(fc.integer({ min: 15, max: 180 })),
        }),
      ),
    }),
    source,
  )
  .map(([machine, from]) => ({ ...machine, ...from }));
