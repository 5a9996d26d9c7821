/** The private addresses, to which Azure's own routes lead nowhere outside the virtual network and what is joined to it. */
export const privatePrefixes: readonly string[] = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];
