/** Its own: without one, Next takes that of the folder above. */
export default {}
