/** What a process of this program is: each role is run on its own, with an account of the database and a network of its own. */
package cl.observatory.reports.role;
