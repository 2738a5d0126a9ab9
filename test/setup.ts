/** The same random inputs in every run, so that a change is judged by what it changes; FUZZ_SEED looks further. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 20_261_122) });
