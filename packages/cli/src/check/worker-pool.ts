import { Worker } from "node:worker_threads";

/** A task, and whom to tell of its result. */
interface Task<Request, Response> {
  readonly request: Request;
  readonly resolve: (response: Response) => void;
  readonly reject: (error: unknown) => void;
}

/** Threads that answer requests, each one at a time. */
export class WorkerPool<Request, Response> {
  readonly #workers: readonly Worker[];
  readonly #idle: Worker[];
  readonly #waiting: Task<Request, Response>[] = [];
  readonly #busy = new Map<Worker, Task<Request, Response>>();
  #failure: unknown;
  #isClosed = false;

  /**
   * @param threads - how many
   * @param script - their program: it answers each message with one
   * @param workerData - what they are told at their start
   */
  constructor(threads: number, script: URL, workerData: unknown) {
    this.#workers = Array.from({ length: threads }, () => this.#start(script, workerData));
    this.#idle = [...this.#workers];
  }

  /** How many requests have no answer yet. */
  get pending(): number {
    return this.#waiting.length + this.#busy.size;
  }

  /** Has a request answered by the next thread that is free. */
  send(request: Request): Promise<Response> {
    const response = new Promise<Response>((resolve, reject) => this.#waiting.push({ request, resolve, reject }));
    this.#assign();
    return response;
  }

  /** Ends all threads. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #start(script: URL, workerData: unknown): Worker {
    const worker = new Worker(script, { workerData });
    worker.on("message", (response: Response) => {
      this.#busy.get(worker)?.resolve(response);
      this.#busy.delete(worker);
      this.#idle.push(worker);
      this.#assign();
    });
    worker.on("error", (error) => this.#fail(error));
    worker.on("messageerror", (error) => this.#fail(error));
    worker.on("exit", (code) => {
      // Nobody would learn otherwise that no answer comes: a process that only waits for one ends as if all were well.
      if (!this.#isClosed) this.#fail(new Error(`a thread has ended with the code ${code}`));
    });
    return worker;
  }

  #assign(): void {
    if (this.#failure !== undefined) this.#fail(this.#failure);
    const [worker] = this.#idle;
    const [task] = this.#waiting;
    if (worker === undefined || task === undefined) return;
    this.#idle.shift();
    this.#waiting.shift();
    this.#busy.set(worker, task);
    worker.postMessage(task.request);
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    for (const { reject } of [...this.#busy.values(), ...this.#waiting.splice(0)]) reject(this.#failure);
  }
}
