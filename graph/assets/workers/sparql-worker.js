// A service worker that answers ./sparql (SPARQL 1.1 Protocol, queries only) from the published dump, for pages of this browser that are in the
// same folder of the same host. Any of them can turn it on: navigator.serviceWorker.register("sparql-worker.js").
"use strict";
importScripts("assets/engine.js");

// In the order of our own preference; further media types that ask for a form stand behind it.
const RESULTS = [
  ["application/sparql-results+json", "application/json"],
  ["application/sparql-results+xml", "application/xml", "text/xml"],
  ["text/csv"],
  ["text/tab-separated-values"],
];
const GRAPHS = [
  ["text/turtle", "application/x-turtle"],
  ["application/n-triples", "text/plain"],
  ["application/ld+json", "application/json"],
  ["application/trig"],
  ["application/rdf+xml"],
];
const IDLE = "The dump of this publication could not be loaded: ";
const FRESH = 10 * 60 * 1000; // after so many milliseconds there may be a new edition
let loaded = null, since = 0;

class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

// What a client likes of the forms on offer (RFC 9110, 12.5.1): of equals the first, undefined where it likes none.
function choose(accept, forms) {
  const wishes = (accept || "*/*").split(",").slice(0, 100).map((part) => {
    const [range, ...more] = part.toLowerCase().split(";").map((each) => each.trim());
    const weight = more.find((each) => each.startsWith("q="));
    return [range, weight ? Number(weight.slice(2)) || 0 : 1];
  });
  const wish = (range) => wishes.find(([name]) => name === range);
  const liked = (type) => (wish(type) || wish(`${type.split("/")[0]}/*`) || wish("*/*") || ["", 0])[1];
  const weigh = ([type, ...also]) => Math.max(liked(type), ...also.map((each) => (wish(each) || ["", 0])[1]));
  const best = forms.reduce((one, other) => (weigh(other) > weigh(one) ? other : one));
  return weigh(best) > 0 ? best[0] : undefined;
}

// The query and its data set, from the address, a form, or a body (SPARQL 1.1 Protocol, 2.1).
async function question(request) {
  const values = new URL(request.url).searchParams;
  let query = values.getAll("query");
  if (request.method === "POST") {
    const type = (request.headers.get("Content-Type") || "").split(";")[0].trim().toLowerCase();
    if (type === "application/sparql-query") {
      if (query.length) { throw new Refusal(400, "The query stands in the body and in the address."); }
      query = [await request.text()];
    } else if (type === "application/x-www-form-urlencoded") {
      for (const [name, value] of new URLSearchParams(await request.text())) { values.append(name, value); }
      query = values.getAll("query");
    } else {
      throw new Refusal(415, "Send application/sparql-query or application/x-www-form-urlencoded.");
    }
  } else if (request.method !== "GET" && request.method !== "HEAD") {
    throw new Refusal(405, "Ask with GET or POST.");
  }
  if (values.has("update")) { throw new Refusal(400, "This endpoint is read only: send a query, no update."); }
  if (query.length !== 1 || !query[0].trim()) { throw new Refusal(400, query.length > 1 ? "There is more than one query." : "There is no query."); }
  return { query: query[0], defaults: values.getAll("default-graph-uri"), named: values.getAll("named-graph-uri") };
}

function ready() {
  if (Date.now() - since > FRESH) {
    loaded = null;
    since = Date.now();
  }
  loaded = loaded || Promise.resolve().then(() => {
    self.forumgraphEngine();
    return self.forumgraphAnswering.load(new URL("assets/oxigraph.wasm.gz", self.location).href, new URL(self.forumgraphData, self.location).href);
  }).catch((error) => {
    loaded = null;
    throw new Refusal(503, IDLE + error.message);
  });
  return loaded;
}

function told(request, asked) {
  const accept = request.headers.get("Accept"), result = choose(accept, RESULTS), graph = choose(accept, GRAPHS);
  let found;
  try {
    found = self.forumgraphAnswering.answer({ ...asked, result: result || RESULTS[0][0], graph: graph || GRAPHS[0][0] });
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) {
      loaded = null;
      throw new Refusal(500, "The engine broke off; the next query starts it anew.");
    }
    throw new Refusal(400, error.message);
  }
  const graphs = GRAPHS.some(([type]) => type === found.form);
  if (!(graphs ? graph : result)) { throw new Refusal(406, `Offered are ${(graphs ? GRAPHS : RESULTS).map(([type]) => type).join(", ")}.`); }
  return found;
}

async function answer(request) {
  const headers = { "Cache-Control": "no-store", "Vary": "Accept" };
  try {
    const asked = await question(request);
    await ready();
    const found = told(request, asked);
    return new Response(request.method === "HEAD" ? null : found.text, { headers: { ...headers, "Content-Type": `${found.form}; charset=utf-8` } });
  } catch (error) {
    const status = error instanceof Refusal ? error.status : 500;
    if (status === 405) { headers.Allow = "GET, HEAD, POST"; }
    return new Response(`${error.message}\n`, { status, headers: { ...headers, "Content-Type": "text/plain; charset=utf-8" } });
  }
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const asked = new URL(event.request.url), endpoint = new URL("sparql", self.registration.scope);
  const page = event.request.mode === "navigate" && !asked.searchParams.has("query");
  if (asked.origin === endpoint.origin && asked.pathname === endpoint.pathname && !page) { event.respondWith(answer(event.request)); }
});
