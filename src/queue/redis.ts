import { Redis, type RedisOptions } from "ioredis";

/** Connects for workers: commands wait through a lost connection, as BullMQ asks of blocking clients. */
export function workerConnection(url: string): Redis {
  return connect(url, { maxRetriesPerRequest: null });
}

/** Connects for producers: while Redis is away a command fails at once, so that an upload can be answered with 503. */
export function producerConnection(url: string): Redis {
  return connect(url, { maxRetriesPerRequest: 0, enableOfflineQueue: false, commandTimeout: 5_000 });
}

function connect(url: string, options: RedisOptions): Redis {
  const redis = new Redis(url, { ...options, connectTimeout: 3_000, retryStrategy: (attempt) => Math.min(attempt * 100, 2_000) });
  // Each lost connection is seen by the command that needed it; without a listener Node would stop the process.
  redis.on("error", () => {});
  redis.on("connect", () => writeTogether(redis.stream));
  return redis;
}

/**
 * What is written in one turn goes out as one packet: documents that were loaded together end together, and a packet for each is a system call here and
 * in Redis. Each command stays one of its own, as it would not in a pipeline, which a lost connection breaks off as one.
 */
function writeTogether(stream: Redis["stream"]): void {
  const write = stream.write as (...written: unknown[]) => boolean;
  stream.write = (...written: unknown[]) => {
    if (stream.writableCorked === 0) {
      stream.cork();
      process.nextTick(() => stream.uncork());
    }
    return write.apply(stream, written);
  };
}
