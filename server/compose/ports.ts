/** Makes the portable document of a credential by its leaf; null while it is in no final batch. */
export type ExportPort = { exportCredential(index: number): Promise<Record<string, unknown> | null> }
