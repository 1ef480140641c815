// Turns this browser into a SPARQL endpoint for other tools that run in it, where it can be one, and says plainly where it cannot.
(function () {
  "use strict";
  var place = document.getElementById("endpoint-told"), address = new URL("sparql", document.baseURI).href;

  function say() {
    place.replaceChildren.apply(place, arguments);
  }

  function code(words) {
    var made = document.createElement("code");
    made.textContent = words;
    return made;
  }

  function example() {
    var made = document.createElement("a");
    made.href = "sparql?query=" + encodeURIComponent("SELECT ?class (COUNT(?thing) AS ?number) WHERE { ?thing a ?class } GROUP BY ?class ORDER BY DESC(?number)");
    made.textContent = "An answer from it, in a new tab";
    made.target = "_blank"; // this page computes it
    return made;
  }

  function served() {
    say("This site has a SPARQL endpoint: ", code(address), ". ", example(), ".");
  }

  function answering() {
    say("This browser answers as a SPARQL endpoint: ", code(address), ". Tools that run in this browser and come from the same folder, YASGUI for instance, can ask it while " +
      "this page is open, and nothing is sent to a server. A query may take half a minute. Programs elsewhere cannot reach it. ", example(), ".");
  }

  function register() {
    return window.forumgraphEndpoint.register().then(answering, function (error) {
      say("This browser does not let the page answer as a SPARQL endpoint for other tools (" + error.message + ").");
    });
  }

  // A server that is an endpoint itself, such as `forumgraph serve`, describes it in Turtle.
  function begin() {
    return navigator.serviceWorker.getRegistration("./").then(function (found) {
      if (found) { return register(); }
      return fetch("sparql", { headers: { Accept: "text/turtle" } }).then(function (reply) {
        return reply.ok && /^text\/turtle/.test(reply.headers.get("Content-Type") || "");
      }, function () { return false; }).then(function (there) { return there ? served() : register(); });
    });
  }

  if (!place) { return; }
  if (location.protocol === "file:") {
    say("This page was opened from a folder: queries are answered here all the same, but no other tool can ask this browser, which needs a web address (https, or http on this machine). ",
      "A server gives one: ", code("forumgraph serve"), ".");
  } else if (!("serviceWorker" in navigator)) {
    say("Here the browser cannot answer as a SPARQL endpoint for other tools: it needs https, or http on this machine, and service workers.");
  } else {
    begin();
  }
}());
