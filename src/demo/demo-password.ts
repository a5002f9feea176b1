/** All invented people may sign in with this; told at start, and only where the demo county is loaded. */
export const DEMO_PASSWORD = 'hjälpmedel åt alla';
