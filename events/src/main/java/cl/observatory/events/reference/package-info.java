/** Events that describe what observations are about: territories, classifications, data sets, indicators. */
package cl.observatory.events.reference;
