/**
 * What keeps a flood away without anybody being known: whoever sends something has worked some seconds for it. A proof
 * holds for one route, for a few days and once. There is no challenge to be asked for, which would be a visit more.
 */
package cl.observatory.reports.proof;
