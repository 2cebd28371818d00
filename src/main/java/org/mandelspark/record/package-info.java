/** A run and its environment as JSON. May import picture and what is below it. */
package org.mandelspark.record;
