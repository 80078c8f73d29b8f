/**
 * What has been read once is not read again until something changes that readers are answered from: whole answers, and the
 * small tables that most answers need ({@code docs/adr/0020}).
 */
package cl.observatory.query.memory;
