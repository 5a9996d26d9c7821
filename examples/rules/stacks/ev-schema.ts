import { subscribe, weeklyWithTopic } from "../fleet";

const name = "ev-schema";

export function met(): void {
  subscribe(name, weeklyWithTopic(name));
}

export function broken(): void {
  subscribe(name, weeklyWithTopic(name), { eventDeliverySchema: "CloudEventSchemaV1_0" });
}
