// The server's answers, and its refusals as problems with a remedy.

const TOKEN = 'limbeck.token';
const MOMENT = 150;

/** A refusal: what is wrong, what to do next, and the facts that came with it. */
export class Problem extends Error {
  constructor(status, problem, remedy, facts = {}) {
    super(problem);
    this.status = status;
    this.remedy = remedy;
    this.facts = facts;
  }
}

/** The token that a person typed: kept for this tab only, and never in an address. */
export const token = {
  get: () => sessionStorage.getItem(TOKEN) ?? '',
  set: (typed) => sessionStorage.setItem(TOKEN, typed),
  forget: () => sessionStorage.removeItem(TOKEN),
};

/** @returns the document of a GET: {database, result, ...} */
export async function read(path, { signal } = {}) {
  const response = await send(path, { signal });
  return response.json();
}

/** The same after a moment: who holds an arrow key down does not ask about every revision that passes. */
export async function readSoon(path, { signal }) {
  await new Promise((done) => setTimeout(done, MOMENT));
  signal.throwIfAborted();
  return read(path, { signal });
}

/** @returns what a POST started: {operation: id} */
export async function write(kind, body) {
  const response = await send(`api/${kind}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()).result;
}

/** @returns the answer as a stream */
export async function stream(path, { headers, signal }) {
  return (await send(path, { headers, signal })).body;
}

async function send(path, { headers = {}, ...options }) {
  const typed = token.get();
  const authorized = typed ? { ...headers, Authorization: `Bearer ${typed}` } : headers;
  let response;
  try {
    response = await fetch(path, { ...options, headers: authorized, cache: 'no-store' });
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new Problem(
      0,
      'The server does not answer.',
      'See whether it still runs. The page keeps asking.',
    );
  }
  if (!response.ok) {
    throw await problemOf(response);
  }
  return response;
}

async function problemOf(response) {
  const facts = await response.json().catch(() => ({}));
  return new Problem(
    response.status,
    facts.detail ?? `The server answered ${response.status} ${response.statusText}.`,
    facts.remedy ?? 'Look into its log for the reason.',
    facts,
  );
}
