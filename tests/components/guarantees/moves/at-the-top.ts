import { declare } from "./declare";

declare({});
