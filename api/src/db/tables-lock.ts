/**
 * Advisory lock of whoever makes, alters or drops tables (alone) and of a backup, which needs them to stay as they are
 * (shared). Any number. Who waits for it holds no lock of a table, so that no check waits behind them.
 */
export const TABLES_LOCK = 4_178_202_611;
