/** What every answer carries beside its figures: where they come from, and what to know before using them. */
package cl.observatory.query.answer;
