/**
 * The rectangle of the complex plane that is computed and the points in it, as small immutable records.
 * Pure; imports no other package of this project.
 */
package org.mandelspark.grid;
