/** The read schema is made again from the first event of every topic, and nobody is answered from half of it. */
package cl.observatory.query.rebuild;
