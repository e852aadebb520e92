// Parts of a page that say what they are about, such as data-live="order:0198…" or data-live="batch", renew themselves when
// that has changed, and the number of unread notices in the head of each page follows. One tab of a browser holds a stream and
// tells the others; a tab that sleeps is relieved. Without any of what this needs, and without this script, a page is as it
// was when it was loaded.
"use strict";
(() => {
  const parts = () => [...document.querySelectorAll("[data-live]")];
  const unread = document.getElementById("unread");
  if ((parts().length === 0 && !unread) || !navigator.locks || !window.BroadcastChannel) return;

  const LOCK = "parasol-live";
  const IDLE_MS = 30 * 60_000; // as long as nobody touches the browser, its session is not kept alive
  const SILENCE_MS = 45_000; // three beats
  const KEPT_MS = 60_000;
  const FIRST_RETRY_MS = 1_000;
  const LONGEST_RETRY_MS = 60_000;
  const BETWEEN_RENEWALS_MS = 3_000;
  const SESSION_ENDED = [401, 403, 499];

  const me = crypto.randomUUID();
  const channel = new BroadcastChannel(LOCK);
  const begun = Number(document.body.dataset.liveSince) - 1_000;
  let heardAt = begun; // by the portal's clock
  let heardHere = Date.now(); // by the browser's
  let touched = Date.now();

  // ---- the stream, in the one tab that leads
  let aborting = null;
  let kept = [];

  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const jittered = (ms) => ms / 2 + (Math.random() * ms) / 2;

  const tell = (message) => {
    kept = kept.filter((old) => old.at > message.at - KEPT_MS);
    kept.push(message);
    channel.postMessage(message);
    hear(message);
  };

  const read = (text) => {
    const message = { at: heardAt, changes: [] };
    const said = { event: "", data: "" };
    for (const line of text.split("\n")) {
      const [, name, value] = line.match(/^(\w+): ?(.*)$/) ?? [];
      if (name === "id") message.at = Number(value);
      else if (name) said[name] = value;
    }
    if (said.event === "unread") message.unread = said.data;
    else if (said.data) message.changes = said.data.split(" ");
    tell(message);
  };

  // Reads one stream until it ends; answers with its status.
  const listen = async (signal) => {
    const answer = await fetch(`/live?since=${heardAt}`, {
      headers: { Accept: "text/event-stream", "HX-Request": "true" }, signal, cache: "no-store",
    });
    if (!answer.ok) return answer.status;
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let rest = ""; ;) {
      const { value, done } = await reader.read();
      if (done) return answer.status;
      const texts = (rest + value).split("\n\n");
      rest = texts.pop();
      texts.forEach(read);
    }
  };

  const lead = async (signal) => {
    for (let retry = FIRST_RETRY_MS; !signal.aborted; ) {
      if (Date.now() - touched < IDLE_MS) {
        const opened = Date.now();
        const status = await listen(signal).catch(() => 0);
        if (signal.aborted) return;
        if (SESSION_ENDED.includes(status)) touched = 0; // until somebody does something
        retry = Date.now() - opened > SILENCE_MS ? FIRST_RETRY_MS : Math.min(2 * retry, LONGEST_RETRY_MS);
      }
      await pause(jittered(retry));
    }
  };

  // ---- who leads
  const stand = (options) => {
    const controller = new AbortController();
    navigator.locks
      .request(LOCK, options, () => {
        aborting = controller;
        return lead(controller.signal);
      })
      .catch(() => {
        controller.abort(); // another tab has relieved this one, which sleeps or slept
        stand({});
      });
  };

  const relieveASleeper = () => {
    if (document.hidden || aborting?.signal.aborted === false || Date.now() - heardHere < SILENCE_MS) return;
    heardHere = Date.now();
    stand({ steal: true });
  };

  // ---- what was heard
  const concerns = (part, changes) =>
    part.dataset.live.split(" ").some((about) =>
      changes.some((change) =>
        change === "*" || about === "*" || change === about || change.startsWith(`${about}:`) || about.startsWith(`${change}:`)));

  // The number that was counted last; a part of the page that did not change is not read out again.
  let countedAt = Number(document.body.dataset.liveSince);
  const showUnread = (number, at) => {
    if (!unread || at < countedAt) return;
    countedAt = at;
    if (unread.textContent !== number) unread.textContent = number;
  };

  const hear = (message) => {
    heardHere = Date.now();
    heardAt = Math.max(heardAt, message.at);
    if (message.unread !== undefined) showUnread(message.unread, message.at);
    parts().filter((part) => concerns(part, message.changes)).forEach((part) => due.add(part.id));
    renewSoon();
  };

  channel.onmessage = ({ data }) => {
    if (data.touched) touched = Math.max(touched, data.touched);
    else if (data.hello) {
      if (aborting?.signal.aborted === false) {
        kept.filter((old) => old.at >= data.since).forEach((old) => channel.postMessage({ ...old, to: data.hello }));
      }
    } else if (!data.to || data.to === me) hear(data);
  };

  // ---- renewal: the page is read again with the person's own rights, and the part replaced if it is another
  const due = new Set();
  let timer = null;
  let renewed = 0;

  const renewSoon = () => {
    if (due.size === 0 || document.hidden || timer) return;
    timer = setTimeout(renew, Math.max(jittered(400), renewed + BETWEEN_RENEWALS_MS - Date.now()));
  };

  const isTypedIn = (part) =>
    part.contains(document.activeElement) && document.activeElement.matches("input, select, textarea")
    || [...part.querySelectorAll("input, textarea")].some((field) =>
      field.type !== "hidden" && (field.value !== field.defaultValue || field.checked !== field.defaultChecked));

  const text = (part) => {
    const copy = part.cloneNode(true);
    copy.querySelectorAll("input[type=hidden]").forEach((field) => field.remove());
    copy.querySelectorAll("details").forEach((each) => each.removeAttribute("open"));
    return copy.innerHTML.trim();
  };

  const focusable = (part) => [...part.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")];

  const name = (element) => element.id || `${element.tagName} ${element.getAttribute("href") ?? element.textContent.trim()}`;

  const replace = (part, fresh) => {
    const focused = part.contains(document.activeElement) ? document.activeElement : null;
    const place = focusable(part).indexOf(focused);
    const open = [...part.querySelectorAll("details")].map((each) => each.open);
    const scrolled = [...part.querySelectorAll(".scroll")].map((each) => each.scrollLeft);
    part.replaceWith(fresh);
    window.htmx?.process(fresh);
    [...fresh.querySelectorAll("details")].forEach((each, i) => { if (i < open.length) each.open = open[i]; });
    [...fresh.querySelectorAll(".scroll")].forEach((each, i) => { each.scrollLeft = scrolled[i] ?? 0; });
    if (focused) {
      const now = focusable(fresh);
      const target = now.find((each) => name(each) === name(focused)) ?? now[place] ?? fresh;
      if (target === fresh) fresh.tabIndex = -1;
      target.focus({ preventScroll: true });
    }
  };

  const say = (sentence) => {
    const status = document.querySelector("#live-status");
    if (!status || !sentence) return;
    status.textContent = "";
    setTimeout(() => { status.textContent = sentence; }, 50); // the same sentence twice is read out twice
  };

  async function renew() {
    timer = null;
    renewed = Date.now();
    const wanted = parts().filter((part) => due.has(part.id));
    const ready = wanted.filter((part) => !isTypedIn(part));
    ready.forEach((part) => due.delete(part.id));
    if (ready.length > 0) {
      const answer = await fetch(location.href, { headers: { "HX-Request": "true" }, cache: "no-store" }).catch(() => null);
      if (answer?.ok) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        for (const part of ready) {
          const found = page.getElementById(part.id);
          if (!found || !part.isConnected) continue;
          const fresh = document.adoptNode(found);
          nameCells(fresh);
          if (text(fresh) !== text(part)) {
            replace(part, fresh);
            say(fresh.dataset.liveSays);
          }
        }
      } else if (answer && SESSION_ENDED.includes(answer.status)) {
        say(document.querySelector("#live-status")?.dataset.ended);
      }
    }
    if (due.size > 0) renewSoon();
  }

  document.addEventListener("focusout", () => setTimeout(renewSoon));
  document.addEventListener("visibilitychange", () => { renewSoon(); relieveASleeper(); });
  for (const kind of ["pointerdown", "keydown"]) {
    document.addEventListener(kind, () => {
      if (Date.now() - touched > 60_000) channel.postMessage({ touched: Date.now() });
      touched = Date.now();
    }, { passive: true });
  }
  setInterval(relieveASleeper, SILENCE_MS / 3);
  channel.postMessage({ touched });
  channel.postMessage({ hello: me, since: begun });
  stand({});
})();
