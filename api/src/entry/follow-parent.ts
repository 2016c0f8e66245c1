/** Preloaded into the processes that `start` runs: when it is killed they end in order, instead of staying behind. */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
