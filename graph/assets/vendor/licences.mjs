// Prints the licences of all that is bundled or copied into this folder: every package that npm installed, without those only used to build and to test.
import { existsSync, readFileSync } from "node:fs";

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to
deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN
THE SOFTWARE.
`;

// Packages that name their licence without bringing its text.
const HOLDERS = { "node_modules/oxigraph": "Copyright (c) Oxigraph developers (https://github.com/oxigraph/oxigraph); used under the MIT licence of MIT OR Apache-2.0" };

for (const [path, entry] of Object.entries(lock.packages)) {
  if (!path || entry.dev) { continue; }
  const file = ["LICENSE", "LICENSE.md", "LICENCE"].map((name) => `${path}/${name}`).find(existsSync);
  if (!file && !HOLDERS[path]) { throw new Error(`${path} has no licence text`); }
  const text = file ? readFileSync(file, "utf8").trim() : `${HOLDERS[path]}\n\n${MIT.trim()}`;
  console.log(`## ${path.replace("node_modules/", "")} ${entry.version}: ${entry.license}\n\n${text}\n`);
}
