/**
 * Actions that use an engine: a render, and the experiments that measure. Each is an action: one class named after what
 * it does, with a typed result. May import engine and all below it.
 */
package org.mandelspark.study;
