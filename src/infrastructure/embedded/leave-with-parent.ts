/**
 * Loaded into api and worker before their own code (`node --require`): when the supervisor is gone without a word,
 * its children end as if they had been asked to, instead of living on beside those of the next start.
 */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// The channel alone must not keep a process alive that has closed everything else.
process.channel?.unref();
