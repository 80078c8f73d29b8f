/**
 * Faults: a process ends, a server stops or a disk fills at moments that are chosen and not awaited, since what passes between
 * the processes goes through the test. No report that was acknowledged is lost or there twice, and none is acknowledged that is
 * not stored.
 */
package cl.observatory.acceptance.fault;
