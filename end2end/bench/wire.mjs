// What a browser loads, byte by byte as sent, heard from its own developer tools.

/** Listens to a page from now on. */
export async function listen(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const open = new Map();
  let files = [];
  let latest = performance.now();
  const under = new Set();
  const moved = ({ requestId }, ended) => {
    latest = performance.now();
    if (ended) under.delete(requestId);
    else under.add(requestId);
  };
  session.on('Network.requestWillBeSent', (event) => moved(event, event.request.url.startsWith('data:')));
  session.on('Network.loadingFinished', (event) => moved(event, true));
  session.on('Network.loadingFailed', (event) => moved(event, true));
  session.on('Network.requestWillBeSent', ({ requestId, request, redirectResponse }) => {
    if (redirectResponse) files.push({ ...open.get(requestId), bytes: redirectResponse.encodedDataLength });
    open.set(requestId, { url: request.url, cached: false });
  });
  session.on('Network.requestServedFromCache', ({ requestId }) => { if (open.has(requestId)) open.get(requestId).cached = true; });
  session.on('Network.responseReceived', ({ requestId, response }) => {
    const file = open.get(requestId);
    if (!file) return;
    const header = Object.entries(response.headers).find(([name]) => name.toLowerCase() === 'content-encoding');
    file.cached ||= Boolean(response.fromDiskCache);
    Object.assign(file, { type: response.mimeType, coding: header?.[1] ?? '', status: response.status });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (open.has(requestId)) files.push({ ...open.get(requestId), bytes: encodedDataLength });
  });
  return {
    /** Waits until nothing has been on its way for a second: code in pieces is asked for by code that has just come. */
    async quiet() {
      while (under.size || performance.now() - latest < 1000) await new Promise((next) => setTimeout(next, 100));
    },
    /** All files since the last call, `data:` addresses left out. */
    heard() {
      const heard = files.filter(({ url }) => url.startsWith('http')).map((file) => ({ ...file, path: new URL(file.url).pathname }));
      files = [];
      return heard;
    },
  };
}

export const isPhoto = ({ path }) => path.startsWith('/foto/');
export const isWasm = ({ path, type }) => type === 'application/wasm' || path.endsWith('.wasm');
export const isProgram = (file) => isWasm(file) || /javascript/.test(file.type);
export const bytes = (files) => files.reduce((sum, file) => sum + (file.cached ? 0 : file.bytes), 0);
export const kilobytes = (count) => count / 1000;
