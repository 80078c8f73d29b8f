/**
 * What a reporter is told and may choose from, as data in two languages: categories, terms, safety messages, and where a
 * crime can be reported. A deployer may put another file in the place of the one that is packed.
 */
package cl.observatory.reports.guidance;
