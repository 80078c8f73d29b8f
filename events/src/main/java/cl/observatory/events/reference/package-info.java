/** Events that describe what observations are about: territories, classifications, data sets, indicators, sources. */
package cl.observatory.events.reference;
