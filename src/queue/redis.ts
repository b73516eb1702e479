import { Redis, type RedisOptions } from "ioredis";
import type { Logger } from "pino";

/** Connects for workers: commands wait through a lost connection, as BullMQ asks of blocking clients. */
export function workerConnection(url: string): Redis {
  return connect(url, { maxRetriesPerRequest: null });
}

/** Connects for producers: while Redis is away a command fails at once, so that an upload can be answered with 503. */
export function producerConnection(url: string): Redis {
  return connect(url, { maxRetriesPerRequest: 0, enableOfflineQueue: false, commandTimeout: 5_000 });
}

/** Tells once that Redis cannot be used and why, not with each attempt to connect, and once that it can again. */
export function logOutages(redis: Redis, logger: Pick<Logger, "warn">): void {
  let told: string | undefined;
  redis.on("error", ({ message }: Error) => {
    if (message === told) return;
    told = message;
    logger.warn(
      { reason: message },
      "Redis cannot be used; it is tried again. See that it runs, and that ZIPING_REDIS_URL names it and its password",
    );
  });
  redis.on("ready", () => {
    if (told !== undefined) logger.warn("Redis answers again");
    told = undefined;
  });
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
