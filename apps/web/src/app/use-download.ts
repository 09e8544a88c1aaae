import { useState } from 'react';
import { call, type AnyCall, type InputOf } from './call.ts';

/** Asks for a file in the reader's language and hands it to the browser: a plain link would ask in the browser's. */
export function useDownload<E extends AnyCall>(endpoint: E, fileName: string) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  return {
    busy,
    error,
    download: async (input: InputOf<E>, name = fileName) => {
      setBusy(true);
      setError(null);
      try {
        const blob = (await call(endpoint, input)) as unknown as Blob; // a download's reply has no shape of its own
        const address = URL.createObjectURL(blob);
        const link = document.createElement('a');
        link.href = address;
        link.download = name;
        link.click();
        // The browser has taken the file once the click is over; it may still read it.
        setTimeout(() => URL.revokeObjectURL(address), 60_000);
      } catch (caught) {
        setError(caught);
      } finally {
        setBusy(false);
      }
    },
  };
}
