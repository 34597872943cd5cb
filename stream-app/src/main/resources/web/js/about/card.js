// The model card itself is made by the server.

import { Shell } from "../shell/shell.js";

new Shell("about");
