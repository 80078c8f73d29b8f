/**
 * A reporter who asks for it can prove later that she filed, and what: her text is hashed with a secret that she alone is
 * shown, and the hash is a leaf of the tree of the day, whose signed root is public ({@code docs/adr/0032}). Nothing that
 * is published tells whether anybody filed on a day.
 */
package cl.observatory.reports.filing;
