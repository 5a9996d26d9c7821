import { createPack } from "./create-pack";

createPack();
