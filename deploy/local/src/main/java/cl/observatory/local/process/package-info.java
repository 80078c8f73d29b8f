/** Starting, recognising and ending processes of the operating system, so that none is ever taken for another. */
package cl.observatory.local.process;
