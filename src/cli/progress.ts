/** A progress bar for people: on a terminal only, and only for what takes longer than two seconds. */
import cliProgress from 'cli-progress';

const SHOW_AFTER_MS = 2000;

export interface Progress extends Disposable {
  update(done: number, total: number): void;
}

/** @param unit what is counted, in the plural */
export function startProgress(unit: string): Progress {
  if (!process.stderr.isTTY) return { update: () => undefined, [Symbol.dispose]: () => undefined };
  const bar = new cliProgress.SingleBar(
    {
      format: `{bar} {value}/{total} ${unit}, {duration_formatted}`,
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
    },
    cliProgress.Presets.shades_classic,
  );
  const since = Date.now();
  let shown = false;
  return {
    update(done, total) {
      if (!shown && Date.now() - since > SHOW_AFTER_MS) {
        bar.start(total, done);
        shown = true;
      }
      if (!shown) return;
      bar.setTotal(total);
      bar.update(done);
    },
    [Symbol.dispose]: () => bar.stop(),
  };
}
