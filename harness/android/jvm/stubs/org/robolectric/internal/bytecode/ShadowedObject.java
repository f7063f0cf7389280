package org.robolectric.internal.bytecode;

/**
 * What Android's classes are made to implement, for compilers alone: the method that it really has is hidden from them
 * where those classes have it, so that they would ask each class of a plugin for it.
 */
public interface ShadowedObject {}
