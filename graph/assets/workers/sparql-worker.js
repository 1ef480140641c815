// A service worker that answers ./sparql (SPARQL 1.1 Protocol, queries only) for pages of this browser that are in the same folder of the same host.
// It computes nothing itself, because nothing could stop it and all pages of the site would wait: a page that has sparql-endpoint.js computes, in a
// worker of its own that it ends when a query goes on.
"use strict";

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
const PATIENCE = 2000, LONGEST = 120000; // milliseconds for a page to say that it computes, and for its answer
const NOBODY = "No page of this site is open that answers queries: open sparql.html beside this one, or let this one load sparql-endpoint.js.";

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

function within(milliseconds, refusal, begin) {
  return new Promise((done, failed) => {
    const timer = setTimeout(() => failed(refusal), milliseconds);
    begin((value) => { clearTimeout(timer); done(value); }, (error) => { clearTimeout(timer); failed(error); });
  });
}

// The way to the first page that says it computes.
function found() {
  return within(PATIENCE, new Refusal(503, NOBODY), (done, failed) => {
    self.clients.matchAll({ type: "window", includeUncontrolled: true }).then((pages) => {
      for (const page of pages) {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(port1);
        page.postMessage({ forumgraph: "who computes" }, [port2]);
      }
      if (!pages.length) { failed(new Refusal(503, NOBODY)); }
    }, failed);
  });
}

async function computed(asked) {
  const port = await found();
  const told = await within(LONGEST, new Refusal(503, "The page that computed is gone."), (done) => {
    port.onmessage = (event) => done(event.data);
    port.postMessage(asked);
  });
  port.close();
  if (told.problem) { throw new Refusal(told.status, told.problem); }
  return told;
}

async function told(request, asked) {
  const accept = request.headers.get("Accept"), result = choose(accept, RESULTS), graph = choose(accept, GRAPHS);
  const answered = await computed({ ...asked, result: result || RESULTS[0][0], graph: graph || GRAPHS[0][0] });
  const graphs = GRAPHS.some(([type]) => type === answered.form);
  if (!(graphs ? graph : result)) { throw new Refusal(406, `Offered are ${(graphs ? GRAPHS : RESULTS).map(([type]) => type).join(", ")}.`); }
  return answered;
}

async function answer(request) {
  const headers = { "Cache-Control": "no-store", "Vary": "Accept" };
  try {
    const found = await told(request, await question(request));
    return new Response(request.method === "HEAD" ? null : found.text, { headers: { ...headers, "Content-Type": `${found.form}; charset=utf-8` } });
  } catch (error) {
    const status = error instanceof Refusal ? error.status : 500;
    if (status === 405) { headers.Allow = "GET, HEAD, POST"; }
    if (status === 503) { headers["Retry-After"] = "5"; }
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
