import { totalmem } from 'node:os';
import type { Place } from './place.ts';

const MEGABYTE = 1_048_576;
const between = (low: number, value: number, high: number): number => Math.max(low, Math.min(high, Math.floor(value)));

/**
 * Settings given at every start, so that an upgrade of the program also reaches clusters made long ago.
 * Memory is an eighth of the machine at most: app, browser or other services share it.
 */
export function serverSettings(place: Place, port: number, durable: boolean): Readonly<Record<string, string>> {
  const memory = totalmem() / MEGABYTE;
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: place.socket ?? '',
    unix_socket_permissions: '0700',
    max_connections: '100',
    shared_buffers: `${between(64, memory / 8, 1024)}MB`,
    effective_cache_size: `${between(128, memory / 2, 16_384)}MB`,
    work_mem: memory < 4096 ? '4MB' : '12MB',
    maintenance_work_mem: memory < 4096 ? '64MB' : '192MB',
    max_wal_size: '512MB',
    random_page_cost: '1.1',
    // Short requests by the thousand: compiling a plan costs more than it saves.
    jit: 'off',
    timezone: 'UTC',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    // One file for each weekday, emptied when the day comes round: bounded without anyone's care.
    logging_collector: 'on',
    log_directory: place.log,
    log_filename: 'postgres-%a.log',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_truncate_on_rotation: 'on',
    // Statements and the details of errors quote what people wrote; records do not belong in a log file.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_statement: 'none',
    log_checkpoints: 'off',
  };
}
