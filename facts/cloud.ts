/** The Azure clouds that the documents tell apart, as `azure-native:environment` spells them. */
export const Cloud = { Public: "public", USGovernment: "usgovernment", China: "china" } as const;
export type Cloud = (typeof Cloud)[keyof typeof Cloud];
