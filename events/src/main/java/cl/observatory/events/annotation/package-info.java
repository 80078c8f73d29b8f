/** Events about what others say beside the published figures. */
package cl.observatory.events.annotation;
